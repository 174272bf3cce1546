// An outside verifier: checks a log folder with golang.org/x/mod/sumdb alone, knowing nothing of our code.
//
// Usage: outside DIR KEYFILE EARLIER LEAVES
//
// DIR holds checkpoint and tile/… as C2SP tlog-tiles lays them out. EARLIER is a file of checkpoints of the same log, each
// ended by a line "=". LEAVES has one line per receipt: index, size, base64 of the leaf data, comma-separated base64
// hashes of the proof, base64 of the root. Prints what it checked and exits 0, or says what is wrong and exits 1.
package main

import (
	"encoding/base64"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const height = 8

func main() {
	if err := run(os.Args[1], os.Args[2], os.Args[3], os.Args[4]); err != nil {
		fmt.Println("wrong:", err)
		os.Exit(1)
	}
}

func run(dir, keyFile, earlierFile, leavesFile string) error {
	key, err := os.ReadFile(keyFile)
	if err != nil {
		return err
	}
	verifier, err := note.NewVerifier(strings.TrimSpace(string(key)))
	if err != nil {
		return err
	}
	signed, err := os.ReadFile(filepath.Join(dir, "checkpoint"))
	if err != nil {
		return err
	}
	tree, err := open(signed, verifier)
	if err != nil {
		return err
	}
	hashes := tlog.TileHashReader(tree, &folder{dir: dir, size: tree.N})
	earlier, err := checkEarlier(earlierFile, verifier, tree, hashes)
	if err != nil {
		return err
	}
	leaves, err := checkLeaves(leavesFile, tree, hashes)
	if err != nil {
		return err
	}
	fmt.Printf("size %d, %d earlier checkpoints consistent, %d leaves included\n", tree.N, earlier, leaves)
	return nil
}

// open verifies a C2SP checkpoint: origin (the key's name), size, root.
func open(signed []byte, verifier note.Verifier) (tlog.Tree, error) {
	opened, err := note.Open(signed, note.VerifierList(verifier))
	if err != nil {
		return tlog.Tree{}, err
	}
	lines := strings.Split(opened.Text, "\n")
	if len(lines) < 4 || lines[0] != verifier.Name() {
		return tlog.Tree{}, errors.New("not a checkpoint of this log")
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil {
		return tlog.Tree{}, err
	}
	root, err := tlog.ParseHash(lines[2])
	return tlog.Tree{N: size, Hash: root}, err
}

func checkEarlier(file string, verifier note.Verifier, tree tlog.Tree, hashes tlog.HashReader) (int, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return 0, err
	}
	count := 0
	for _, signed := range strings.Split(string(data), "\n=\n") {
		if signed == "" {
			continue
		}
		signed += "\n"
		earlier, err := open([]byte(signed), verifier)
		if err != nil {
			return 0, err
		}
		proof, err := tlog.ProveTree(tree.N, earlier.N, hashes)
		if err != nil {
			return 0, err
		}
		if err := tlog.CheckTree(proof, tree.N, tree.Hash, earlier.N, earlier.Hash); err != nil {
			return 0, fmt.Errorf("checkpoint of %d: %w", earlier.N, err)
		}
		count++
	}
	return count, nil
}

func checkLeaves(file string, tree tlog.Tree, hashes tlog.HashReader) (int, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return 0, err
	}
	count := 0
	for _, line := range strings.Split(strings.TrimSpace(string(data)), "\n") {
		if err := checkLeaf(strings.Split(line, " "), tree, hashes); err != nil {
			return 0, fmt.Errorf("leaf line %d: %w", count, err)
		}
		count++
	}
	return count, nil
}

// checkLeaf checks the proof of the receipt, and a proof of its own made from the tiles.
func checkLeaf(words []string, tree tlog.Tree, hashes tlog.HashReader) error {
	index, err := strconv.ParseInt(words[0], 10, 64)
	if err != nil {
		return err
	}
	size, err := strconv.ParseInt(words[1], 10, 64)
	if err != nil {
		return err
	}
	leaf, err := base64.StdEncoding.DecodeString(words[2])
	if err != nil {
		return err
	}
	var given tlog.RecordProof
	for _, text := range strings.Split(words[3], ",") {
		if text == "-" { // a tree of one leaf needs no proof
			continue
		}
		hash, err := tlog.ParseHash(text)
		if err != nil {
			return err
		}
		given = append(given, hash)
	}
	root, err := tlog.ParseHash(words[4])
	if err != nil {
		return err
	}
	if err := tlog.CheckRecord(given, size, root, index, tlog.RecordHash(leaf)); err != nil {
		return fmt.Errorf("proof of the receipt: %w", err)
	}
	own, err := tlog.ProveRecord(tree.N, index, hashes)
	if err != nil {
		return err
	}
	return tlog.CheckRecord(own, tree.N, tree.Hash, index, tlog.RecordHash(leaf))
}

// folder reads tiles where C2SP puts them; the sumdb's own paths differ.
type folder struct {
	dir  string
	size int64
}

func (f *folder) Height() int { return height }

func (f *folder) SaveTiles(tiles []tlog.Tile, data [][]byte) {}

func (f *folder) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	var all [][]byte
	for _, tile := range tiles {
		data, err := os.ReadFile(filepath.Join(f.dir, path(tile, tile.W)))
		if err != nil && tile.W < 1<<height {
			data, err = os.ReadFile(filepath.Join(f.dir, path(tile, f.width(tile))))
		}
		if err != nil {
			return nil, err
		}
		if len(data) < tile.W*tlog.HashSize {
			return nil, fmt.Errorf("tile %s is short", path(tile, tile.W))
		}
		all = append(all, data[:tile.W*tlog.HashSize])
	}
	return all, nil
}

// width is how wide the tile is in the whole tree.
func (f *folder) width(tile tlog.Tile) int {
	width := (f.size >> (height * uint(tile.L))) - tile.N<<height
	if width > 1<<height {
		return 1 << height
	}
	return int(width)
}

func path(tile tlog.Tile, width int) string {
	name := fmt.Sprintf("%03d", tile.N%1000)
	for n := tile.N / 1000; n > 0; n /= 1000 {
		name = fmt.Sprintf("x%03d/%s", n%1000, name)
	}
	if width < 1<<height {
		name += fmt.Sprintf(".p/%d", width)
	}
	return fmt.Sprintf("tile/%d/%s", tile.L, name)
}
