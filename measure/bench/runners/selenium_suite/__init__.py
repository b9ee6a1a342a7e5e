"""The ten paths for selenium with chromedriver: plain pytest, pyzbar, allure-pytest."""
