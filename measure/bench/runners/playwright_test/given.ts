/** What the bench tells a run, by the environment. */

export interface Given {
  /** The bare address of the mock. */
  mock: string;
  /** The program of the browser; without it, Playwright's own. */
  browser?: string;
  arguments: string[];
  workers: number;
  /** How often each path is walked. */
  rounds: number;
  /** The folder for Allure's results, and the one for screenshots. */
  results: string;
  output: string;
  /** The name of each path's walk, by the path. */
  walks: Record<string, string>;
  /** What the account tells of who identified the person, by the path. */
  identified: Record<string, string>;
}

export const given: Given = JSON.parse(process.env.PRZEPUSTKA_RUN ?? "{}");
