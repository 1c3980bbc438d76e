#!/bin/sh
# Take out of an installed environment what only its developers need: tests, headers, stubs, debug symbols of extension
# modules (av alone carries 26 MB of them). Bundled libraries (*.libs) keep theirs: they were patched after linking.
set -eu
lib=$(echo "$1"/lib/python3.*/site-packages)
find "$lib" -type d \( -name tests -o -name include -o -name __pycache__ \) -prune -exec rm -rf {} +
find "$lib" -type f \( -name '*.pyi' -o -name '*.pyx' -o -name '*.pxd' -o -name '*.a' -o -name '*.h' -o -name '*.c' \) -delete
find "$lib" -type f \( -name '*.cpython-*.so' -o -name '*.abi3.so' \) -not -path '*/onnxruntime/*' -exec strip --strip-unneeded {} +
rm -rf "$lib"/onnxruntime/transformers "$lib"/onnxruntime/tools "$lib"/onnxruntime/quantization \
  "$lib"/onnxruntime/datasets "$lib"/onnxruntime/capi/libonnxruntime.so.*   # the C library; Python's module is whole
