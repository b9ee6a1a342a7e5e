"""What the pages of a patient share in IKP and in mojeIKP."""
