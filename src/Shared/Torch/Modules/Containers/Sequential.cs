using System.Runtime.CompilerServices;

namespace Qiansi.Modules
{
    /// <summary>Modules one after the other, each given what the one before has made.</summary>
    public sealed class Sequential : nn.Module<Tensor, Tensor>, IEnumerable<nn.Module<Tensor, Tensor>>
    {
        private readonly List<(string Name, nn.Module<Tensor, Tensor> Module)> steps = [];

        internal Sequential(IEnumerable<(string Name, nn.Module<Tensor, Tensor> Module)> modules) : base(nameof(Sequential))
        {
            foreach (var (name, module) in modules) append(name, module);
        }

        /// <summary>How many modules there are.</summary>
        public int Count => steps.Count;

        /// <summary>The module at a place.</summary>
        [IndexerName("SequentialItems")]
        public nn.Module<Tensor, Tensor> this[int index] => steps[index < 0 ? index + steps.Count : index].Module;

        /// <summary>The modules of a stretch, as a Sequential of its own that shares them.</summary>
        [IndexerName("SequentialItems")]
        public Sequential this[Range index]
        {
            get
            {
                var (start, length) = index.GetOffsetAndLength(steps.Count);
                return new Sequential(steps.GetRange(start, length));
            }
        }

        /// <summary>The modules from a place to before another; null stands for the end.</summary>
        [IndexerName("SequentialItems")]
        public Sequential this[(int? start, int? end) index] =>
            this[(index.start is { } s ? s < 0 ? ^-s : s : 0)..(index.end is { } e ? e < 0 ? ^-e : e : ^0)];

        /// <summary>Puts a module at the end.</summary>
        /// <returns>This Sequential.</returns>
        public Sequential append(string name, nn.IModule<Tensor, Tensor> module)
        {
            if (module is not nn.Module<Tensor, Tensor> step)
                throw new ArgumentException(
                    $"Sequential: '{name}' is a {module?.GetType().Name ?? "null"}; it must be a Module<Tensor, Tensor>");
            register_module(name, step);
            steps.Add((name, step));
            return this;
        }

        /// <summary>Puts a module at the end, its number as its name.</summary>
        /// <returns>This Sequential.</returns>
        public Sequential append(nn.IModule<Tensor, Tensor> module) =>
            append(steps.Count.ToString(System.Globalization.CultureInfo.InvariantCulture), module);

        /// <summary>Calls the modules one after the other.</summary>
        public override Tensor forward(Tensor tensor)
        {
            foreach (var (_, module) in steps) tensor = module.call(tensor);
            return tensor;
        }

        /// <summary>Goes through the modules.</summary>
        public IEnumerator<nn.Module<Tensor, Tensor>> GetEnumerator() => steps.Select(step => step.Module).GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}

namespace Qiansi
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Modules one after the other: none yet.</summary>
            public static Sequential Sequential() => new([]);

            /// <summary>Modules one after the other, with names.</summary>
            public static Sequential Sequential(params (string name, Module<Tensor, Tensor> submodule)[] modules) => new(modules);

            /// <summary>Modules one after the other, named 0, 1, 2, …</summary>
            public static Sequential Sequential(params Module<Tensor, Tensor>[] modules) =>
                Sequential((IEnumerable<Module<Tensor, Tensor>>)modules);

            /// <summary>Modules one after the other, with names.</summary>
            public static Sequential Sequential(params Tuple<string, Module<Tensor, Tensor>>[] modules) =>
                new(modules.Select(m => (m.Item1, m.Item2)));

            /// <summary>Modules one after the other, with names.</summary>
            public static Sequential Sequential(IEnumerable<(string name, Module<Tensor, Tensor> submodule)> modules) => new(modules);

            /// <summary>Modules one after the other, with names.</summary>
            public static Sequential Sequential(IEnumerable<Tuple<string, Module<Tensor, Tensor>>> modules) =>
                new(modules.Select(m => (m.Item1, m.Item2)));

            /// <summary>Modules one after the other, named 0, 1, 2, …</summary>
            public static Sequential Sequential(IEnumerable<Module<Tensor, Tensor>> modules)
            {
                var sequential = new Sequential([]);
                foreach (var module in modules) sequential.append(module);
                return sequential;
            }
        }
    }
}
