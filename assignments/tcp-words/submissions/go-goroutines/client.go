package main

import (
	"fmt"
	"io"
	"net"
	"sync"
)

func main() {
	var wg sync.WaitGroup
	for i, word := range []string{"Berlin", "Paris", "Rome", "Zürich"} {
		wg.Add(1)
		go func(i int, word string) {
			defer wg.Done()
			conn, err := net.Dial("tcp", "localhost:7777")
			if err != nil {
				fmt.Println(err)
				return
			}
			defer conn.Close()
			fmt.Fprint(conn, word)
			answer, _ := io.ReadAll(conn)
			fmt.Printf("client %d, %s: %s", i+1, word, answer)
		}(i, word)
	}
	wg.Wait()
}
