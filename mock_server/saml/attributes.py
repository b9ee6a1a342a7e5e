"""The four attributes login.gov.pl gives about a person (eIDAS natural person minimum data set)."""

from enum import Enum

from .names import NAMESPACES


class Attribute(Enum):
    """One attribute; the value is its local name in the natural person namespace."""

    FIRST_NAME = "CurrentGivenName"
    FAMILY_NAME = "CurrentFamilyName"
    DATE_OF_BIRTH = "DateOfBirth"
    PERSON_IDENTIFIER = "PersonIdentifier"

    @property
    def uri(self) -> str:
        """The attribute's Name."""
        return f"{NAMESPACES['naturalperson']}/{self.value}"

    @property
    def friendly_name(self) -> str:
        """The attribute's FriendlyName, such as ``FirstName``."""
        return "".join(word.capitalize() for word in self.name.split("_"))

    @property
    def xsi_type(self) -> str:
        """The xsi:type of its value, by which some clients find it."""
        return f"naturalperson:{self.value}Type"


BY_URI = {attribute.uri: attribute for attribute in Attribute}
ALL_ATTRIBUTES = tuple(Attribute)
