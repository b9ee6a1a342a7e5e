/** As much of the mock's control API as the paths need. */

import { given } from "./given";

export interface Person {
  pesel: string;
  given_name: string;
  family_name: string;
  phone: string;
  trusted_profile: { username: string; password: string };
  bank_customers: Record<string, { number: string; password: string }>;
  id_card: { number: string; can: string; pin1: string };
  mobywatel: { password: string };
}

export class World {
  private constructor(
    private readonly name: string,
    private readonly sites: Record<string, string>,
  ) {}

  static async create(name: string): Promise<World> {
    const { sites } = await call("PUT", `/worlds/${name}`);
    return new World(name, sites);
  }

  /** The browser's address of a path of a site. */
  url(site: string, path = "/"): string {
    return this.sites[site].replace(/\/$/, "") + path;
  }

  makePerson(confirmation: "sms" | "push"): Promise<Person> {
    return call("POST", `/worlds/${this.name}/people`, { confirmation });
  }

  async lastSms(person: Person): Promise<string> {
    const { sms } = await call("GET", `/worlds/${this.name}/inbox?phone=${encodeURIComponent(person.phone)}`);
    return sms.at(-1).text;
  }

  drop(): Promise<unknown> {
    return call("DELETE", `/worlds/${this.name}`);
  }
}

async function call(method: string, path: string, body?: object): Promise<any> {
  const headers = method === "GET" ? undefined : { "Content-Type": "application/json" };
  const answer = await fetch(`${given.mock}/control${path}`, { method, headers, body: body && JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}
