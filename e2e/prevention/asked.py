"""The survey on a screen: its questions as they are asked, with answers that make sense."""

MEASURES = {"Ile masz wzrostu?": "170", "Ile ważysz?": "60"}
CHOICES = {
    "Czy palisz papierosy?": "Nie, nigdy",
    "Czy masz nadciśnienie albo się na nie leczysz?": "Nie",
    "Czy stwierdzono u Ciebie kiedyś podwyższony cukier?": "Nie",
    "Czy ktoś z Twoich rodziców lub rodzeństwa choruje na cukrzycę?": "Nie",
    "Czy ktoś z Twoich rodziców lub rodzeństwa przeszedł w młodym wieku zawał albo udar?": "Nie",
    "Czy ktoś z Twoich rodziców lub rodzeństwa chorował na raka jelita grubego?": "Nie wiem",
    "Czy ćwiczysz lub dużo chodzisz kilka razy w tygodniu?": "Tak",
    "Kiedy ostatnio badano Twój cholesterol?": "Dawniej",
    "Kiedy ostatnio badano Cię na krew utajoną w kale?": "W ciągu ostatnich 12 miesięcy",
}
