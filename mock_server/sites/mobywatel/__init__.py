"""The mObywatel app: sign in, read or paste a code, consent; answer pushes."""
