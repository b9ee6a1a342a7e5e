"""Parts of what is sent to the control API, as JSON has them."""

PLACE = {
    "id": "point",
    "name": "Punkt szczepień",
    "voivodeship": "lubelskie",
    "town": "Lublin",
    "street": "ul. Długa 1",
    "services": ["hpv"],
}
PRESCRIPTION = {
    "id": "11111111-2222-3333-4444-555555555555",
    "drug": "Lek",
    "dosage": "1 × 1",
    "packages": 1,
    "issued_on": "2026-11-02",
    "valid_until": "2026-12-01",
    "access_code": "1234",
    "doctor": "lek. Jan Nowak",
    "redeemed": False,
}
EMPTY: dict[str, list[object]] = {"referrals": [], "appointments": [], "sick_leaves": [], "vaccinations": []}
