using Qiansi.Torch.RandomNumbers;

namespace Qiansi;

public static partial class torch
{
    /// <summary>
    /// A source of random numbers. The same seed gives PyTorch's numbers on a CPU, bit for bit (normal ones within 2 units in the last
    /// place).
    /// </summary>
    public sealed class Generator : IDisposable
    {
        internal readonly CpuGenerator engine;

        /// <summary>A generator at the start of a seed's sequence.</summary>
        /// <param name="seed">The seed; 67280421310721 when none is given, as in PyTorch.</param>
        /// <param name="device">The CPU.</param>
        public Generator(ulong seed = CpuGenerator.DefaultSeed, Device? device = null) => engine = new CpuGenerator(seed);

        private Generator(CpuGenerator engine) => this.engine = engine;

        /// <summary>
        /// The generator of everything that is given none; until <see cref="torch.manual_seed"/> its numbers are different in every
        /// process.
        /// </summary>
        public static Generator Default { get; } = Unpredictable();

        /// <summary>Where it is: the CPU.</summary>
        public Device device => CPU;

        /// <summary>Starts a seed's sequence.</summary>
        /// <returns>The same generator.</returns>
        public Generator manual_seed(long seed)
        {
            lock (engine.Lock) engine.ManualSeed((ulong)seed);
            return this;
        }

        /// <summary>Starts an unpredictable sequence and returns its seed.</summary>
        public long seed()
        {
            lock (engine.Lock) return (long)engine.SeedRandomly();
        }

        /// <summary>The seed the sequence started with.</summary>
        public long initial_seed() => (long)engine.Seed;

        /// <summary>The state: 5056 bytes, those that PyTorch gives.</summary>
        public Tensor get_state()
        {
            lock (engine.Lock) return tensor(engine.GetState());
        }

        /// <summary>Goes on from a state, of ours or PyTorch's.</summary>
        /// <exception cref="ArgumentException">It is no state of a CPU generator.</exception>
        public void set_state(Tensor value)
        {
            if (value.dtype != uint8)
                throw new ArgumentException(
                    $"set_state: the state of a generator is a tensor of bytes (torch.uint8), not {value.dtype.TorchName()}");
            lock (engine.Lock) engine.SetState(value.ToArray<byte>());
        }

        /// <summary>A generator that goes on as this one does, apart from it.</summary>
        public Generator clone()
        {
            lock (engine.Lock) return new Generator(engine.Clone());
        }

        /// <summary>Nothing: a generator holds only memory.</summary>
        public void Dispose()
        {
        }

        private static Generator Unpredictable()
        {
            var generator = new Generator();
            generator.seed();
            return generator;
        }
    }

    /// <summary>Starts a seed's sequence for everything that is given no generator of its own.</summary>
    /// <returns>The default generator.</returns>
    public static Generator manual_seed(long seed) => Generator.Default.manual_seed(seed);

    /// <summary>Starts an unpredictable sequence of the default generator and returns its seed.</summary>
    public static long seed() => Generator.Default.seed();

    /// <summary>The seed with which the default generator started.</summary>
    public static long initial_seed() => Generator.Default.initial_seed();

    /// <summary>The state of the default generator.</summary>
    public static Tensor get_rng_state() => Generator.Default.get_state();

    /// <summary>Sets the state of the default generator.</summary>
    public static void set_rng_state(Tensor new_state) => Generator.Default.set_state(new_state);

    /// <summary>The default generator.</summary>
    public static class random
    {
        /// <inheritdoc cref="torch.manual_seed"/>
        public static Generator manual_seed(long seed) => torch.manual_seed(seed);

        /// <inheritdoc cref="torch.seed"/>
        public static long seed() => torch.seed();

        /// <inheritdoc cref="torch.initial_seed"/>
        public static long initial_seed() => torch.initial_seed();

        /// <inheritdoc cref="torch.get_rng_state"/>
        public static Tensor get_rng_state() => torch.get_rng_state();

        /// <inheritdoc cref="torch.set_rng_state"/>
        public static void set_rng_state(Tensor new_state) => torch.set_rng_state(new_state);

        /// <summary>What is drawn until the result is disposed leaves no trace: then the default generator is where it was.</summary>
        public static IDisposable fork_rng() => new ForkedGenerator();
    }

    private sealed class ForkedGenerator : IDisposable
    {
        private byte[]? _state = Generator.Default.engine.GetState();

        public void Dispose()
        {
            if (_state is null) return;
            lock (Generator.Default.engine.Lock) Generator.Default.engine.SetState(_state);
            _state = null;
        }
    }
}
