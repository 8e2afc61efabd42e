/** Where releases are published. */
export type Repository = { readonly owner: string; readonly repo: string }

/**
 * The repository that a build is made for: `owner/repo` in GITHUB_REPOSITORY, which GitHub's workflows set
 * (GitHub, "Default environment variables"). Undefined elsewhere: such a build looks for no updates.
 */
export function readRepository({ GITHUB_REPOSITORY }: NodeJS.ProcessEnv): Repository | undefined {
  const [, owner, repo] = /^([\w.-]+)\/([\w.-]+)$/.exec(GITHUB_REPOSITORY ?? '') ?? []
  return owner !== undefined && repo !== undefined ? { owner, repo } : undefined
}
