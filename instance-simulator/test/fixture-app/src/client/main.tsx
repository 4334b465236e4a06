import React from 'react'
import ReactDOM from 'react-dom/client'
import { Shelves } from './shelves.tsx'

const root = document.getElementById('root')
if (root) ReactDOM.createRoot(root).render(<Shelves />)
