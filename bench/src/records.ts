/** A Lumnis user as the wire has it. */
export const user = (n: number): Record<string, unknown> => ({
  id: `3fa85f64-5717-4562-b3fc-${String(n).padStart(12, "0")}`,
  email: `person${n}@example.com`,
  first_name: "Ann",
  last_name: null,
  tenant_id: "3fa85f64-5717-4562-b3fc-2c963f66afa6",
  is_active: true,
  created_at: "2026-01-01T09:00:00.123456+00:00",
  updated_at: "2026-01-02T09:00:00Z",
  metadata: { team: "north", seats: n }
})

/** A page of 100 users as the wire has it. */
export const userList = (): string =>
  JSON.stringify({
    users: Array.from({ length: 100 }, (_, n) => user(n)),
    pagination: { page: 1, page_size: 100, total: 100, total_pages: 1, has_next: false, has_prev: false }
  })
