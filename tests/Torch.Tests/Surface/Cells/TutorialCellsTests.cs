using Qiansi.Modules;
using static Qiansi.TensorExtensionMethods;
using static Qiansi.torch;
using static Qiansi.torch.distributions;

namespace Qiansi.Torch.Tests.Surface.Cells;

/// <summary>What TorchSharp's tutorials show beyond first steps: drawing numbers, printing, generators, saving, loaders by name.</summary>
public sealed class TutorialCellsTests
{
    private sealed class Points : torch.utils.data.Dataset
    {
        private readonly Tensor x = torch.rand(50, 2);

        public override long Count => 50;

        public override Dictionary<string, Tensor> GetTensor(long index) => new() { ["x"] = x[(int)index], ["y"] = x[(int)index].sum() };
    }

    private sealed class Small : nn.Module<Tensor, Tensor>
    {
        private readonly nn.Module<Tensor, Tensor> inner = nn.Linear(2, 6), outer = nn.Linear(6, 1);

        public Small() : base(nameof(Small)) => RegisterComponents();

        public override Tensor forward(Tensor input)
        {
            using var hidden = inner.forward(input);
            using var active = nn.functional.relu(hidden);
            return outer.forward(active);
        }
    }

    [Fact]
    public void Numbers_are_drawn_from_distributions()
    {
        torch.random.manual_seed(17);
        var coin = Bernoulli(torch.tensor(0.5f));
        Assert.True(coin.sample().item<float>() is 0 or 1);
        Assert.Equal([3, 4], coin.sample(3, 4).shape);
        var trials = Binomial(torch.tensor(100), torch.tensor(0.25f));
        Assert.InRange(trials.sample().item<float>(), 0, 100);
        Assert.InRange(trials.sample(3, 4).mean().ToSingle(), 15, 35);
        var category = Categorical(torch.tensor(new float[] { 0.1f, 0.7f, 0.1f, 0.1f }));
        Assert.True((category.sample(4) < 4).all().ToBoolean());
        var counts = Multinomial(100, new float[] { 0.1f, 0.7f, 0.1f, 0.1f });
        Assert.Equal(100, counts.sample().sum().ToInt32());
        Assert.Equal([2, 3, 4], counts.sample(2, 3).shape);
        Tensor Square(Distribution distribution) => distribution.sample(4, 4);
        var narrow = Normal(torch.tensor(0.5f), torch.tensor(0.125f));
        Assert.InRange(Square(narrow).mean().ToSingle(), 0.3f, 0.7f);
        var range = Square(Uniform(torch.tensor(10.0f), torch.tensor(17.0f)));
        Assert.True((range >= 10).logical_and(range < 17).all().ToBoolean());
        var own = new torch.Generator(189);
        narrow = Normal(torch.tensor(0.5f), torch.tensor(0.125f), generator: own);
        Assert.Equal([10], narrow.sample(10).shape);
    }

    [Fact]
    public void Tensors_take_sizes_as_tuples_and_are_printed_in_styles()
    {
        Assert.Equal([3, 4], torch.randint(10, (3, 4)).shape);
        Assert.Equal([10], torch.randint(100, 10).shape);
        Assert.Equal([2, 3, 4], torch.zeros((2, 3, 4)).shape);
        Assert.Equal([5, 2], torch.rand((5, 2)).shape);
        Assert.Equal([5, 2], torch.randn((5, 2), torch.float64).shape);
        Assert.Equal(6, torch.ones((3, 2)).sum().ToInt32());
        Assert.Equal("tensor([3.00, 3.10])", torch.arange(3.0f, 3.15f, step: 0.1f).str(fltFormat: "0.00"));
        try
        {
            torch.TensorStringStyle = torch.numpy;
            Assert.Equal("[1 1]", torch.ones(2).ToString());
            torch.TensorStringStyle = torch.csharp;
            Assert.StartsWith("[2], type = Float32, device = cpu, value = float[] {1f", torch.ones(2).ToString(), StringComparison.Ordinal);
            Assert.Equal("tensor([1., 1.])", torch.ones(2).ToString(Qiansi.TensorStringStyle.Default));
        }
        finally
        {
            torch.TensorStringStyle = Qiansi.TensorStringStyle.Default;
        }

        Qiansi.Utils.TensorAccessor<float> elements = torch.rand(2, 5).data<float>();
        Assert.Equal(10, elements.ToArray().Length);
        var t = torch.zeros(2, 2);
        var a = t.alias();
        a[0, 1] = torch.tensor(250f);
        Assert.Equal(250, t[0, 1].ToInt32());
        Assert.True(torch.Tensor.TotalCount > 0 && torch.Tensor.PeakCount >= torch.Tensor.TotalCount);
    }

    [Fact]
    public void A_GPU_is_refused_with_the_way_to_one()
    {
        var message = Assert.Throws<NotSupportedException>(() => torch.ones(3, 4, device: torch.CUDA)).Message;
        Assert.Contains("tensors live in the processor's memory", message, StringComparison.Ordinal);
        Assert.Contains("#r \"nuget: TorchSharp-cuda", message, StringComparison.Ordinal);
        Assert.Equal(message.Replace("CUDA:", "cuda:", StringComparison.Ordinal),
            Assert.Throws<NotSupportedException>(() => torch.ones(2).cuda()).Message);
        Assert.Throws<NotSupportedException>(() => torch.ones(2).to("cuda:0"));
        Assert.Throws<NotSupportedException>(() => torch.ones(2).to(DeviceType.CUDA));
        Assert.Throws<NotSupportedException>(() => nn.Linear(1, 1).cuda());
        var device = torch.cuda.is_available() ? torch.CUDA : torch.CPU;
        Assert.Equal(DeviceType.CPU, torch.ones(2, device: device).device_type);
    }

    [Fact]
    public void A_whole_data_set_is_learned_by_Rprop_and_a_loader_by_its_full_name()
    {
        torch.manual_seed(4);
        var model = new Small();
        var loss = nn.MSELoss();
        var optimizer = torch.optim.Rprop(model.parameters(), 0.01);
        var scheduler = torch.optim.lr_scheduler.ExponentialLR(optimizer);
        var points = new Points();
        var loader = new torch.utils.data.DataLoader(points, 50, shuffle: true);
        float first = 0, last = 0;
        for (var i = 0; i < 60; i++)
        {
            foreach (var data in loader)
            {
                using var output = loss.forward(model.forward(data["x"]).squeeze(-1), data["y"]);
                model.zero_grad();
                output.backward();
                optimizer.step();
                last = output.item<float>();
                if (i == 0) first = last;
            }

            if (i % 20 == 19) scheduler.step();
        }

        Assert.InRange(last, 0, first * 0.05f);
        Modules.DataLoader same = loader;
        Assert.Equal(50, same.batch_size);
        Assert.IsType<Modules.DataLoader>(torch.utils.data.DataLoader(points, 5));

        var update = model.parameters().First().grad();
        Assert.NotNull(update);
    }

    [Fact]
    public void A_model_is_made_from_its_file_and_its_curve_written()
    {
        var folder = Directory.CreateTempSubdirectory("qiansi-cells");
        try
        {
            var file = Path.Combine(folder.FullName, "small.bin");
            var model = new Small();
            model.save(file);
            var copy = (Small)nn.Module.Create<Small>(file);
            var x = torch.rand(3, 2);
            Assert.True(torch.equal(model.call(x), copy.call(x)));
            var seq = nn.Sequential(("inner", nn.Linear(2, 6)), ("relu", nn.ReLU()), ("outer", nn.Linear(6, 1)));
            seq.load(file);
            Assert.True(torch.allclose(model.call(x), seq.call(x)));

            using (var writer = torch.utils.tensorboard.SummaryWriter(folder.FullName, createRunName: true)) writer.add_scalar("loss",
                0.5f, 3);
            var bytes = File.ReadAllBytes(Directory.GetFiles(folder.FullName, "events.out.tfevents.*",
                SearchOption.AllDirectories).Single());
            var events = new List<byte[]>();
            for (var at = 0; at < bytes.Length;)
            {
                var length = BitConverter.ToInt32(bytes, at);
                Assert.Equal(Boards.EventFile.Checksum(bytes.AsSpan(at, 8)), BitConverter.ToUInt32(bytes, at + 8));
                events.Add(bytes[(at + 12)..(at + 12 + length)]);
                Assert.Equal(Boards.EventFile.Checksum(events[^1]), BitConverter.ToUInt32(bytes, at + 12 + length));
                at += 16 + length;
            }

            // wall_time, step 3, summary { value { tag "loss", simple_value 0.5 } }
            Assert.Equal(2, events.Count);
            Assert.Equal(new byte[] { 0x10, 3, 0x2a, 13, 0x0a, 11, 0x0a, 4, (byte)'l', (byte)'o', (byte)'s', (byte)'s', 0x15, 0, 0, 0,
                0x3f }, events[1][9..]);
            // The CRC-32C of "123456789" is E3069283: rotated right by 15 and offset.
            Assert.Equal(System.Numerics.BitOperations.RotateRight(0xE3069283, 15) + 0xA282EAD8, Boards.EventFile.Checksum("123456789"u8));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
