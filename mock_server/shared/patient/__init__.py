"""What the patient's two accounts (IKP and mojeIKP) share: who is signed in, the records, and their pages."""
