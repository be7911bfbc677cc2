"""Several processes that train one model together, as `torchrun` starts them; alone, every function here does nothing."""

import atexit
import os

import torch
import torch.distributed as dist
from torch import nn
from torch.nn.parallel import DistributedDataParallel

from leukemia_desktop.training.errors import BadConfig


def join(device: str) -> str:
    """Meet the others, where torchrun started this process, and return the device to train on.

    "auto" is this rank's graphics card, else the CPU. Raises BadConfig where the ranks are more than the cards asked for.
    """
    local = int(os.environ.get("LOCAL_RANK", "0")) if dist.is_torchelastic_launched() else 0
    cards = torch.cuda.device_count() if torch.cuda.is_available() else 0
    ranks = int(os.environ.get("LOCAL_WORLD_SIZE", "1")) if dist.is_torchelastic_launched() else 1
    if device == "auto":
        device = "cuda" if cards >= ranks else "cpu"
    if device == "cuda":
        if cards < ranks:
            raise BadConfig(f"{ranks} ranks were started for {cards} graphics cards")
        torch.cuda.set_device(local)
    if dist.is_torchelastic_launched() and not dist.is_initialized():
        dist.init_process_group("nccl" if device == "cuda" else "gloo")
        atexit.register(dist.destroy_process_group)
    return device


def rank() -> int:
    """This one's number; 0 reads and writes for all."""
    return dist.get_rank() if dist.is_initialized() else 0


def world() -> int:
    """How many there are."""
    return dist.get_world_size() if dist.is_initialized() else 1


def together(learner: nn.Module) -> nn.Module:
    """`learner`, whose gradients are the mean over all ranks."""
    return DistributedDataParallel(learner) if world() > 1 else learner


def total(values: list[float], device: str) -> list[float]:
    """Each value summed over all ranks."""
    if world() == 1:
        return values
    summed = torch.tensor(values, dtype=torch.float64, device=device)
    dist.all_reduce(summed)
    return summed.tolist()


def wait() -> None:
    """Return when every rank has come here."""
    if world() > 1:
        dist.barrier()
