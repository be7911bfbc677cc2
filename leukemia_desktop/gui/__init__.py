"""What a technician sees: no onnxruntime, cv2 or torch."""
