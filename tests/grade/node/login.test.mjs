// The tests of a team that writes JavaScript; the service is the example provider, which the environment names.
import assert from "node:assert/strict";
import { test } from "node:test";

const { PRZEPUSTKA_URL: MOCK, SERVICE, WORLD } = process.env;

async function control(method, path, body) {
  const headers = { "Content-Type": "application/json" };
  const answer = await fetch(`${MOCK}/control/worlds/${WORLD}${path}`, { method, headers, body: JSON.stringify(body) });
  assert.ok(answer.ok, await answer.clone().text());
  return answer.status === 204 ? undefined : answer.json();
}

/** What one person's browser does: it keeps the service's cookies, and sends the one form that sends itself. */
function makeBrowser() {
  const cookies = new Map();
  return async function go(path, form) {
    const sent = form && { method: "POST", body: new URLSearchParams(form) };
    const headers = { Cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; ") };
    const answer = await fetch(`${SERVICE}${path}`, { ...sent, headers });
    for (const one of answer.headers.getSetCookie()) cookies.set(...one.split(";")[0].split(/=(.*)/s).slice(0, 2));
    return answer.text();
  };
}

function fields(html) {
  return [...html.matchAll(/name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [name, value]);
}

async function logIn(person) {
  const go = makeBrowser();
  await control("PUT", "/next-login", { pesel: person.pesel, method: "trusted_profile" });
  const toHub = fields(await go("/zaloguj", {}));
  const hub = `${MOCK}/worlds/${WORLD}/login/login/SingleSignOnService`;
  const atHub = await fetch(hub, { method: "POST", body: new URLSearchParams(toHub) });
  await go("/saml/acs", fields(await atHub.text()));
  return go("/");
}

test("a person is in", async () => {
  const person = await control("POST", "/people", {});
  assert.match(await logIn(person), new RegExp(person.pesel)); // sees other_pesel
});

test("an unsigned answer lets nobody in", async () => {
  await control("PUT", "/answers/next", { answer: "sig.none" });
  assert.match(await logIn(await control("POST", "/people", {})), /Zaloguj/); // sees sig.none
});
