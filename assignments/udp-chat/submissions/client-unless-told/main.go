package main

import "os"

const address = "localhost:14252"

func main() {
	if len(os.Args) > 1 && os.Args[1] == "-s" {
		wait()
	} else {
		talk()
	}
}
