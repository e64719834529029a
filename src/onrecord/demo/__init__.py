"""The bundled reports: an invented story with invented persons in real places, told by five invented outlets.

Written for onrecord. Nothing told there took place, nobody named there exists. There are copies of a wire report, a
denial that is later withdrawn, and a plan that changes.
"""
