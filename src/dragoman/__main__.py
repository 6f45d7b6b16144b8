"""`python -m dragoman` is the program."""

from dragoman.cli import main

if __name__ == "__main__":
    main()
