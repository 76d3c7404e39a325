using Qiansi.Modules;

namespace Qiansi;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Modules one after the other: none yet.</summary>
        public static Sequential Sequential() => new([]);

        /// <summary>Modules one after the other, with names.</summary>
        public static Sequential Sequential(params (string name, Module<Tensor, Tensor> submodule)[] modules) => new(modules);

        /// <summary>Modules one after the other, named 0, 1, 2, …</summary>
        public static Sequential Sequential(params Module<Tensor, Tensor>[] modules) => Sequential((IEnumerable<Module<Tensor, Tensor>>)modules);

        /// <summary>Modules one after the other, with names.</summary>
        public static Sequential Sequential(params Tuple<string, Module<Tensor, Tensor>>[] modules) => new(modules.Select(m => (m.Item1, m.Item2)));

        /// <summary>Modules one after the other, with names.</summary>
        public static Sequential Sequential(IEnumerable<(string name, Module<Tensor, Tensor> submodule)> modules) => new(modules);

        /// <summary>Modules one after the other, with names.</summary>
        public static Sequential Sequential(IEnumerable<Tuple<string, Module<Tensor, Tensor>>> modules) => new(modules.Select(m => (m.Item1, m.Item2)));

        /// <summary>Modules one after the other, named 0, 1, 2, …</summary>
        public static Sequential Sequential(IEnumerable<Module<Tensor, Tensor>> modules)
        {
            var sequential = new Sequential([]);
            foreach (var module in modules) sequential.append(module);
            return sequential;
        }

        /// <summary>Modules in a list.</summary>
        public static ModuleList<Module> ModuleList(params Module[] modules) => new(modules);

        /// <summary>Modules of one type in a list.</summary>
        public static ModuleList<T> ModuleList<T>(params T[] modules) where T : Module => new(modules);

        /// <summary>Modules by name.</summary>
        public static ModuleDict<Module> ModuleDict(params (string, Module)[] modules) => ModuleDict<Module>(modules);

        /// <summary>Modules of one type by name.</summary>
        public static ModuleDict<T> ModuleDict<T>(params (string, T)[] modules) where T : Module
        {
            var dictionary = new ModuleDict<T>();
            foreach (var entry in modules) dictionary.Add(entry);
            return dictionary;
        }

        /// <summary>Parameters in a list.</summary>
        public static ParameterList ParameterList(params Parameter[] parameters) => new(parameters);

        /// <summary>Parameters by name.</summary>
        public static ParameterDict ParameterDict(params (string, Parameter)[] parameters)
        {
            var dictionary = new ParameterDict();
            foreach (var entry in parameters) dictionary.Add(entry);
            return dictionary;
        }
    }
}
