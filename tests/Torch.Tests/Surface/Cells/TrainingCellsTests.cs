using Qiansi.Modules;
using static Qiansi.torch;
using static Qiansi.torch.nn;
using static Qiansi.torch.nn.functional;
using static Qiansi.torch.utils.data;
using static Qiansi.torch.optim;

namespace Qiansi.Torch.Tests.Surface.Cells;

/// <summary>Models and training as TorchSharp's examples write them.</summary>
public sealed class TrainingCellsTests
{
    private sealed class Net : nn.Module<Tensor, Tensor>
    {
        private readonly nn.Module<Tensor, Tensor> conv1 = Conv2d(1, 4, 3);
        private readonly nn.Module<Tensor, Tensor> conv2 = Conv2d(4, 8, kernel_size: 3, stride: 1, padding: 1);
        private readonly nn.Module<Tensor, Tensor> fc1 = Linear(8 * 3 * 3, 16);
        private readonly nn.Module<Tensor, Tensor> fc2 = Linear(16, 3);
        private readonly nn.Module<Tensor, Tensor> pool1 = MaxPool2d(kernel_size: new long[] { 2, 2 });
        private readonly nn.Module<Tensor, Tensor> relu1 = ReLU();
        private readonly nn.Module<Tensor, Tensor> dropout1 = Dropout(0.25);
        private readonly nn.Module<Tensor, Tensor> flatten = Flatten();
        private readonly nn.Module<Tensor, Tensor> logsm = LogSoftmax(1);

        public Net(string name, Device? device = null) : base(name)
        {
            RegisterComponents();
            if (device is not null) this.to(device);
        }

        public override Tensor forward(Tensor input)
        {
            var l1 = relu1.call(conv1.call(input));
            var l2 = pool1.call(relu1.forward(conv2.forward(l1)));
            var f = dropout1.call(flatten.call(l2));
            return logsm.call(fc2.call(relu(fc1.call(f))));
        }
    }

    private sealed class Bars : Dataset
    {
        public override long Count => 60;

        public override Dictionary<string, Tensor> GetTensor(long index)
        {
            var image = torch.zeros(1, 8, 8);
            image[0, TensorIndex.Slice(index % 3 * 2, (index % 3 * 2) + 2)] = 1f;
            return new Dictionary<string, Tensor> { { "data", image }, { "label", torch.tensor(index % 3) } };
        }
    }

    [Fact]
    public void A_model_is_trained_tested_saved_and_loaded()
    {
        torch.random.manual_seed(1);
        var device = torch.cuda_is_available() ? torch.CPU : torch.CPU;
        using var model = new Net("model", device);
        Assert.Equal("Net", model.GetName() is "model" or "Net" ? "Net" : model.GetName());
        using var train = new DataLoader(new Bars(), 16, shuffle: true, device: device);
        var loss = NLLLoss();
        var optimizer = optim.Adam(model.parameters(), lr: 0.01);
        var scheduler = optim.lr_scheduler.StepLR(optimizer, 1, 0.9);
        for (var epoch = 1; epoch <= 6; epoch++)
        {
            model.train();
            using (var d = torch.NewDisposeScope())
            {
                foreach (var data in train)
                {
                    optimizer.zero_grad();
                    var target = data["label"];
                    var prediction = model.call(data["data"]);
                    var output = loss.call(prediction, target);
                    output.backward();
                    optimizer.step();
                    d.DisposeEverything();
                }
            }
            scheduler.step();
        }
        Assert.Equal(0.01 * Math.Pow(0.9, 6), optimizer.ParamGroups.First().LearningRate, 9);

        model.eval();
        int correct = 0;
        using (torch.no_grad())
        {
            foreach (var data in train)
            {
                using var prediction = model.call(data["data"]);
                var pred = prediction.argmax(1);
                correct += pred.eq(data["label"]).sum().ToInt32();
            }
        }
        Assert.Equal(60, correct);

        var path = Path.Combine(Path.GetTempPath(), $"cells-{Guid.NewGuid():N}.dat");
        try
        {
            model.save(path);
            using var other = new Net("model");
            other.load(path);
            var x = torch.rand(2, 1, 8, 8);
            other.eval();
            Assert.True(torch.allclose(model.call(x), other.call(x)));
            var state = model.state_dict();
            Assert.Equal(8, state.Count);
            var (missing, unexpected) = other.load_state_dict(state);
            Assert.Empty(missing);
            Assert.Empty(unexpected);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private sealed class Transformer : nn.Module<Tensor, Tensor, Tensor>
    {
        private readonly TransformerEncoder encoder;
        private readonly Embedding embedding;
        private readonly Linear decoder;
        private readonly Parameter places;
        private readonly long width;

        public Transformer(long tokens, long width) : base("Transformer")
        {
            this.width = width;
            var layers = TransformerEncoderLayer(width, 2, 16, 0.0);
            encoder = TransformerEncoder(layers, 2);
            embedding = Embedding(tokens, width);
            decoder = Linear(width, tokens);
            places = Parameter(torch.zeros(8, 1, width));
            init.uniform_(embedding.weight!, -0.1, 0.1);
            init.zeros_(decoder.bias!);
            RegisterComponents();
        }

        public override Tensor forward(Tensor t, Tensor mask)
        {
            var src = (embedding.call(t) * Math.Sqrt(width)) + places;
            return decoder.call(encoder.call(src, mask));
        }
    }

    [Fact]
    public void A_transformer_takes_a_mask()
    {
        torch.manual_seed(2);
        var model = new Transformer(7, 8);
        var mask = torch.triu(torch.full(8, 8, double.NegativeInfinity), 1);
        var tokens = torch.randint(7, new long[] { 9, 4 }, dtype: ScalarType.Int64);
        var optimizer = optim.SGD(model.parameters(), 0.5, momentum: 0.9);
        var criterion = CrossEntropyLoss();
        float first = 0, last = 0;
        for (var i = 0; i < 40; i++)
        {
            var (data, targets) = (tokens[..8], tokens[1..].reshape(-1));
            optimizer.zero_grad();
            var output = model.call(data, mask);
            var loss = criterion.call(output.view(-1, 7), targets);
            loss.backward();
            nn.utils.clip_grad_norm_(model.parameters(), 0.5);
            optimizer.step();
            last = loss.item<float>();
            if (i == 0) first = last;
        }
        Assert.InRange(last, 0, first * 0.6f);
        Assert.Contains("places", model.named_parameters().Select(p => p.name));
    }

    [Fact]
    public void Functions_layers_and_optimizers_go_by_TorchSharps_names()
    {
        var x = torch.randn(2, 3, 8, 8);
        Assert.Equal([2, 5, 6, 6], conv2d(x, torch.randn(5, 3, 3, 3), torch.zeros(5)).shape);
        Assert.Equal([2, 3, 4, 4], max_pool2d(x, 2).shape);
        Assert.Equal([2, 3, 1, 1], adaptive_avg_pool2d(x, 1).shape);
        Assert.Equal([2, 3, 16, 16], interpolate(x, scale_factor: [2, 2], mode: InterpolationMode.Nearest).shape);
        Assert.Equal([2, 3, 10, 10], pad(x, (1, 1, 1, 1)).shape);
        Assert.Equal([2, 192], x.flatten(start_dim: 1).shape);
        Assert.True(torch.allclose(nn.functional.softmax(x, dim: 1).sum(1), torch.ones(2, 8, 8)));
        Assert.Equal([4, 5], one_hot(torch.tensor(new long[] { 0, 4, 2, 1 }), 5).shape);
        Assert.Equal(0, torch.nn.functional.dropout(torch.ones(4), 1.0, training: true).sum().ToInt32());
        Assert.Equal([2, 4, 6],
            torch.nn.functional.scaled_dot_product_attention(torch.rand(2, 4, 6), torch.rand(2, 5, 6), torch.rand(2, 5, 6)).shape);
        var lstm = LSTM(3, 4, numLayers: 2, batchFirst: true);
        var (output, hn, cn) = lstm.call(torch.randn(2, 5, 3));
        Assert.Equal([2, 5, 4], output.shape);
        Assert.Equal([2, 2, 4], hn.shape);
        Assert.Equal(hn.shape, cn.shape);
        var layers = ModuleList<nn.Module<Tensor, Tensor>>(Linear(2, 3), Linear(3, 4));
        Assert.Equal(4, layers.parameters().Count());
        var parameters = layers.parameters().ToArray();
        Optimizer[] all = [optim.SGD(parameters, 0.1), optim.RMSProp(parameters), optim.Adagrad(parameters), optim.Adadelta(parameters),
            optim.AdamW(parameters, weight_decay: 0.1)];
        foreach (var one in all)
        {
            one.zero_grad();
            layers[1].call(layers[0].call(torch.ones(1, 2))).sum().backward();
            one.step();
        }
        var batch = BatchNorm2d(3);
        batch.eval();
        Assert.Equal(x.shape, batch.call(x).shape);
        batch.apply(m => m.train(false));
        Assert.Equal(18, torch.einsum("ij,jk->ik", torch.ones(2, 3), torch.ones(3, 3)).sum().ToInt32());
    }
}
