namespace Qiansi.Torch.DataLoading;

/// <summary>A data set that makes a batch of its items faster than they can be joined one by one.</summary>
/// <typeparam name="S">A batch.</typeparam>
internal interface IBatchSource<S>
{
    /// <summary>Whether it can, here.</summary>
    bool CanGetBatch => true;

    /// <summary>The batch of some items: what collating them would give.</summary>
    S GetBatch(long[] indices);
}
