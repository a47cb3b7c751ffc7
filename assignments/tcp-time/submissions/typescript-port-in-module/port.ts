export const PORT = 5051;
export const HOST = 'localhost';
