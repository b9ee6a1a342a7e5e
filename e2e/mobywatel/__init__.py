"""mObywatel for patients: the code on the page, the app, the consent."""
