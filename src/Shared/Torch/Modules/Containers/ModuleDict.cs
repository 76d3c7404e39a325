using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Qiansi.Modules
{
    /// <summary>Modules by name, in the order they were put in.</summary>
    /// <typeparam name="T">The type of the modules.</typeparam>
    public sealed class ModuleDict<T> : nn.Module, IEnumerable<(string, T)> where T : nn.Module
    {
        private readonly OrderedDictionary<string, T> entries = [];

        /// <summary>An empty one.</summary>
        public ModuleDict() : base("ModuleDict")
        {
        }

        /// <summary>The module of a name.</summary>
        /// <exception cref="KeyNotFoundException">There is none.</exception>
        public T this[string key]
        {
            get => entries.TryGetValue(key, out var value)
                ? value : throw new KeyNotFoundException($"ModuleDict: there is no '{key}'; there are {string.Join(", ", entries.Keys)}");
            set
            {
                register_module(key, value);
                entries[key] = value;
            }
        }

        /// <summary>The name and module at a place.</summary>
        public (string, T) this[int index]
        {
            get => (entries.GetAt(index).Key, entries.GetAt(index).Value);
            set
            {
                entries.RemoveAt(index);
                entries.Insert(index, value.Item1, value.Item2);
                Reregister();
            }
        }

        /// <summary>How many modules there are.</summary>
        public int Count => entries.Count;

        /// <summary>The names.</summary>
        public ICollection<string> Keys => entries.Keys;

        /// <summary>The modules.</summary>
        public ICollection<T> Values => entries.Values;

        /// <summary>Puts a module in.</summary>
        /// <exception cref="ArgumentException">The name is taken.</exception>
        public void Add(string key, T value)
        {
            if (entries.ContainsKey(key)) throw new ArgumentException($"ModuleDict: there is a '{key}' already; set it by [\"{key}\"]");
            this[key] = value;
        }

        /// <summary>Puts a module in.</summary>
        public void Add((string, T) item) => Add(item.Item1, item.Item2);

        /// <summary>Takes all modules out.</summary>
        public void Clear()
        {
            entries.Clear();
            Reregister();
        }

        /// <inheritdoc cref="Clear"/>
        public void clear() => Clear();

        /// <summary>Whether there is a module of a name.</summary>
        public bool ContainsKey(string key) => entries.ContainsKey(key);

        /// <summary>Takes a module out.</summary>
        public bool Remove(string key)
        {
            var removed = entries.Remove(key);
            Reregister();
            return removed;
        }

        /// <summary>The module of a name, if there is one.</summary>
        public bool TryGetValue(string key, [MaybeNullWhen(false)] out T value) => entries.TryGetValue(key, out value);

        /// <summary>The names.</summary>
        public IEnumerable<string> keys() => entries.Keys;

        /// <summary>The modules.</summary>
        public IEnumerable<T> values() => entries.Values;

        /// <summary>Goes through names and modules.</summary>
        public IEnumerator<(string, T)> items() => GetEnumerator();

        /// <summary>Goes through names and modules.</summary>
        public IEnumerator<(string, T)> GetEnumerator() => entries.Select(entry => (entry.Key, entry.Value)).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        private void Reregister()
        {
            ClearModules();
            foreach (var (key, module) in entries) register_module(key, module);
        }
    }
}

namespace Qiansi
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Modules by name.</summary>
            public static ModuleDict<Module> ModuleDict(params (string, Module)[] modules) => ModuleDict<Module>(modules);

            /// <summary>Modules of one type by name.</summary>
            public static ModuleDict<T> ModuleDict<T>(params (string, T)[] modules) where T : Module
            {
                var dictionary = new ModuleDict<T>();
                foreach (var entry in modules) dictionary.Add(entry);
                return dictionary;
            }
        }
    }
}
