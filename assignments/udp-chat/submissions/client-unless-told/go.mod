module chat

go 1.20
