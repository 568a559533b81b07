import { start } from '../ui/start.tsx'
import './book.css'
import { BookPage } from './book-page.tsx'

start(<BookPage />)
