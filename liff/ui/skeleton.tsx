import { words } from '../copy/language.ts'

export function Skeleton() {
  return (
    <div class="stack" role="status">
      <span class="hidden">{words.value.loading}</span>
      <span class="skeleton" />
      <span class="skeleton skeleton-tall" />
      <span class="skeleton skeleton-tall" />
      <span class="skeleton" />
    </div>
  )
}
