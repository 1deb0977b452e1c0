// Command etcd is the store of a Kubernetes API server, exactly as its project ships it: the project's own main
// package lies in a module of its own that need not be on a module proxy in every version; what it calls does.
package main

import (
	"os"

	"go.etcd.io/etcd/server/v3/etcdmain"
)

func main() {
	etcdmain.Main(os.Args)
}
