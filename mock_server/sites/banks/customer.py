"""What a bank says of its customer: what it knows itself, which may be older than what the register says."""

from dataclasses import replace

from ...kernel.institutions import Institution
from ...kernel.people import Person
from ...web.delegation import Identity, identity_of


def identity_at(bank: Institution, person: Person) -> Identity:
    """Who the person is, as this bank has them in its books."""
    identity, customer = identity_of(person, bank.id), person.bank_customers.get(bank.id)
    return replace(
        identity,
        given_name=(customer and customer.given_name) or identity.given_name,
        family_name=(customer and customer.family_name) or identity.family_name,
    )
