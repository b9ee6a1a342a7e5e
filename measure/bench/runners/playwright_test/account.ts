/** Is the account open? Asked with the browser's cookies at the data endpoint. */

import { get } from "node:http";

import { type BrowserContext, expect } from "@playwright/test";

const SESSION = "__Host-session";

export class Account {
  /** `address` is the browser's, of the service provider. */
  constructor(private readonly address: string) {}

  async expectClosed(context: BrowserContext): Promise<void> {
    const cookies = await context.cookies(this.address);
    expect(cookies.map((cookie) => cookie.name)).not.toContain(SESSION);
    expect((await this.data(context)).status).toBe(401);
  }

  async expectOpen(context: BrowserContext, pesel: string): Promise<void> {
    const { status, body } = await this.data(context);
    expect(status).toBe(200);
    expect(JSON.parse(body).pesel).toBe(pesel);
  }

  /** Only a browser resolves the site's name, and `fetch` sends no Host of one's own. */
  private async data(context: BrowserContext): Promise<{ status?: number; body: string }> {
    const { host, port } = new URL(this.address);
    const cookie = (await context.cookies(this.address)).map(({ name, value }) => `${name}=${value}`).join("; ");
    return new Promise((resolve, reject) => {
      const options = { host: "127.0.0.1", port, path: "/api/konto", headers: { Host: host, Cookie: cookie } };
      get(options, (answer) => {
        let body = "";
        answer.setEncoding("utf8");
        answer.on("data", (part) => (body += part));
        answer.on("end", () => resolve({ status: answer.statusCode, body }));
        answer.on("error", reject);
      }).on("error", reject);
    });
  }
}
