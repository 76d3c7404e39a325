using Qiansi.Modules;
using static Qiansi.torch;
using static Qiansi.torch.utils.data;

namespace Qiansi.Torch.Tests.DataLoading;

/// <summary>Batches have every item once, workers change nothing but the time, and what cannot be batched is said.</summary>
[Collection("default generator")]
public sealed class DataLoaderTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(8)]
    public void Workers_keep_the_order(int workers)
    {
        using var loader = DataLoader(new Squares(53), 8, num_worker: workers);
        var batches = loader.ToList();
        Assert.Equal(7, loader.Count);
        Assert.Equal(7, batches.Count);
        Assert.Equal([8L, 1], batches[0]["x"].shape);
        Assert.Equal(Enumerable.Range(0, 53).Select(i => (float)(i * i)), batches.SelectMany(b => b["square"].ToArray<float>()));
    }

    [Fact]
    [Trait("Needs", "time")]
    public void Workers_work_at_the_same_time()
    {
        var dataset = new Squares(12) { Meet = new Barrier(3) };
        Assert.Equal(12, DataLoader(dataset, 1, num_worker: 3).Count());
    }

    [Fact]
    public void An_items_error_comes_where_its_batch_is_due()
    {
        foreach (var workers in new[] { 1, 4 })
        {
            var dataset = new Squares(12) { Broken = 6 };
            var seen = 0;
            var error = Assert.Throws<InvalidDataException>(() =>
            {
                foreach (var _ in DataLoader(dataset, 2, num_worker: workers)) seen++;
            });
            Assert.Equal("item 6 is broken", error.Message);
            Assert.Equal(3, seen);
        }
    }

    [Fact]
    public void Items_of_different_names_or_shapes_are_named()
    {
        Assert.Contains(
            "no 'square'", Assert.Throws<ArgumentException>(() => DataLoader(new Squares(4) { Nameless = 2 }, 4).ToList()).Message);
        Assert.Contains("'x' of the items of a batch have different shapes, [1] and [2]",
            Assert.Throws<ArgumentException>(() => DataLoader(new Squares(4) { Wide = 3 }, 4).ToList()).Message);
    }

    [Fact]
    public void A_tensor_dataset_gives_rows_and_batches()
    {
        var x = arange(12).reshape(6, 2).to(float32);
        var dataset = TensorDataset(x, arange(6));
        Assert.Equal(6, dataset.Count);
        Assert.Equal([4f, 5], dataset.GetTensor(2)[0].ToArray<float>());
        var batch = DataLoader(dataset, 4).Last();
        Assert.Equal([8f, 9, 10, 11], batch[0].ToArray<float>());
        Assert.Equal([4L, 5], batch[1].ToArray<long>());
        var part = Subset(dataset, [5, 1]);
        Assert.Equal([5L, 1], DataLoader(part, 4).Single()[1].ToArray<long>());
        Assert.Equal([5L, 1], DataLoader(Subset(Subset(dataset, [0, 1, 5]), [2, 1]), 4).Single()[1].ToArray<long>());
        Assert.Contains("[2, 3], [3, 3]", Assert.Throws<ArgumentException>(() => TensorDataset(ones(2, 3), ones(3, 3))).Message);
        Assert.Contains("numbered from 0 to 5", Assert.Throws<ArgumentOutOfRangeException>(() => dataset.GetTensor(6)).Message);
        Assert.Throws<ArgumentException>(() => TensorDataset());
    }

    [Fact]
    public void A_collate_function_joins_items_its_own_way()
    {
        using var loader = new DataLoader<Dictionary<string, Tensor>, float>(
            new Squares(10), 4, (items, _) => items.Sum(i => i["square"].ToSingle()));
        Assert.Equal([0f + 1 + 4 + 9, 16 + 25 + 36 + 49, 64 + 81], loader);
    }

    [Fact]
    public void Batches_are_disposed_when_asked()
    {
        using var loader = new DataLoader<Dictionary<string, Tensor>, Tensor[]>(
            new Squares(4), 2, (items, _) => [stack(items.Select(i => i["x"]))], disposeBatch: true);
        var batches = loader.ToList();
        Assert.All(batches, b => Assert.IsType<Tensor[]>(b));
        Assert.All(batches, b => Assert.True(b[0].IsInvalid));
    }

    [Fact]
    public void The_data_set_is_disposed_with_the_loader()
    {
        var dataset = new Squares(3);
        DataLoader(dataset, 2).Dispose();
        Assert.True(dataset.IsDisposed);
    }

    [Fact]
    public void Wrong_requests_are_refused()
    {
        Assert.Contains("at least one item, not 0", Assert.Throws<ArgumentException>(() => DataLoader(new Squares(3), 0)).Message);
        Assert.Contains("not negative, as -1 is",
            Assert.Throws<ArgumentException>(() => DataLoader(new Squares(3), 1, num_worker: -1)).Message);
        Assert.Contains("3, 4 do not sum up to the 10 items",
            Assert.Throws<ArgumentException>(() => random_split(new Squares(10), [3L, 4])).Message);
        Assert.Contains("do not sum up to 1", Assert.Throws<ArgumentException>(() => random_split(new Squares(10), [0.5, 0.4])).Message);
        Assert.Contains("num_samples has to be above 0",
            Assert.Throws<ArgumentException>(() => new RandomSampler(3, num_samples: 0)).Message);
        Assert.Empty(DataLoader(new Squares(0), 3, shuffle: true));
        Assert.Empty(DataLoader(new Squares(2), 3, drop_last: true));
    }

    [Fact]
    public void An_interrupt_ends_the_wait_for_a_worker()
    {
        using var never = new ManualResetEventSlim();
        var before = CheckInterrupt;
        CheckInterrupt = () => throw new OperationCanceledException("stopped");
        try
        {
            Assert.Throws<OperationCanceledException>(() => DataLoader(new Squares(4) { Wait = never }, 1, num_worker: 2).ToList());
        }
        finally
        {
            CheckInterrupt = before;
            never.Set();
        }
    }

    private sealed class Squares(long count) : Dataset
    {
        public long Broken { get; init; } = -1;

        public long Nameless { get; init; } = -1;

        public long Wide { get; init; } = -1;

        public Barrier? Meet { get; init; }

        public ManualResetEventSlim? Wait { get; init; }

        public bool IsDisposed { get; private set; }

        public override long Count => count;

        public override Dictionary<string, Tensor> GetTensor(long index)
        {
            if (Meet is not null && !Meet.SignalAndWait(TimeSpan.FromSeconds(60))) throw new TimeoutException("the workers do not meet");
            Wait?.Wait(TimeSpan.FromSeconds(60));
            if (index == Broken) throw new InvalidDataException($"item {index} is broken");
            var item = new Dictionary<string, Tensor> { ["x"] = full(index == Wide ? [2] : new long[] { 1 }, index) };
            if (index != Nameless) item["square"] = tensor((float)(index * index));
            return item;
        }

        protected override void Dispose(bool disposing) => IsDisposed = true;
    }
}
