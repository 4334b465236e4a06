import React, { useEffect, useState } from 'react'

interface Book {
  sys_id: string
  title: string
}

declare const window: { g_ck: string }

export function Shelves() {
  const [books, setBooks] = useState<Book[] | undefined>(undefined)
  useEffect(() => {
    fetch('/api/now/table/x_acme_shelf_book?sysparm_fields=sys_id,title&sysparm_query=ORDERBYtitle', {
      headers: { accept: 'application/json', 'X-UserToken': window.g_ck },
    })
      .then((answer) => answer.json())
      .then((body: { result: Book[] }) => setBooks(body.result))
  }, [])
  if (!books) return <p>Loading</p>
  return (
    <ul aria-label="Books">
      {books.map((book) => (
        <li key={book.sys_id}>{book.title}</li>
      ))}
    </ul>
  )
}
