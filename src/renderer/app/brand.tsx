/** The mark: a finger post with two arms. Its name stands beside it, so it says nothing itself. */
export function Mark() {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="7" fill="#0a5760" />
      <path d="M15 5h2.4v22H15z" fill="#fff" />
      <path d="M9 8h12.5l3.5 3.2-3.5 3.3H9z" fill="#fff" />
      <path d="M23 16.5H10.5L7 19.7l3.5 3.3H23z" fill="#9fd9de" />
    </svg>
  )
}
