"""Produces and exports the models. torch lives here and nowhere else; gui and training meet only in a model folder."""
