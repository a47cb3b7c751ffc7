# configuracao partilhada
HOST = 'localhost'
PORTA = 871
TAMANHO = 512
