"""The recipe of the embedded model: data, training, export, update. See README.md."""
