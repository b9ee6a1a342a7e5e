from pathlib import Path

from measure.strength.changed import touched_faults, touched_tests
from measure.strength.suite import SuiteTest, catalogue
from mock_server.faults.catalogue import CATALOGUE
from mock_server.kernel.faults import Replaced, TemplateFault
from tests.measure.strength.making import fault

OLD = 'FAULTS = (Row("code.a", 1), Row("code.b", 1))'
NEW = 'FAULTS = (Row("code.a", 2), Row("code.b", 1), Row("code.c", 1))'


def test_of_the_catalogue_only_altered_and_new_faults_count(tmp_path: Path) -> None:
    file = tmp_path / "mock_server" / "faults" / "code.py"
    file.parent.mkdir(parents=True)
    file.write_text(NEW)
    faults = [fault(name) for name in ("code.a", "code.b", "code.c")]
    touched = touched_faults(faults, ["mock_server/faults/code.py"], lambda _: OLD, tmp_path)
    assert touched == {"code.a", "code.c"}


def test_a_rule_and_a_template_touch_the_faults_that_stand_on_them(tmp_path: Path) -> None:
    faults = catalogue()
    rules = touched_faults(faults, ["mock_server/sites/login_mobywatel/rules.py"], lambda _: "", tmp_path)
    assert "code.lives_one_second_longer" in rules
    for name in rules:
        planted = CATALOGUE[name].fault
        assert not isinstance(planted, TemplateFault)
        assert not isinstance(planted, Replaced) or planted.name.startswith("login_mobywatel.")
    templates = touched_faults(
        faults, ["mock_server/sites/login_mobywatel/templates/code.html"], lambda _: "", tmp_path
    )
    found = [CATALOGUE[name].fault for name in templates]
    assert found
    assert all(isinstance(one, TemplateFault) and one.template == "login_mobywatel/code.html" for one in found)


def test_a_helper_touches_the_tests_beside_it_and_a_module_its_own() -> None:
    tests = [
        SuiteTest(f"e2e/{name}.py::test_x", (), in_browser=True, digest="")
        for name in ("a/test_1", "a/test_2", "b/test_1")
    ]
    assert touched_tests(tests, ["e2e/a/test_1.py"]) == {"e2e/a/test_1.py::test_x"}
    assert touched_tests(tests, ["e2e/a/conftest.py"]) == {"e2e/a/test_1.py::test_x", "e2e/a/test_2.py::test_x"}
    assert touched_tests(tests, ["e2e/conftest.py", "README.md"]) == set()
