using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Qiansi.Modules
{
    /// <summary>Parameters by name, in the order they were put in.</summary>
    public sealed class ParameterDict : nn.Module, IEnumerable<(string, Parameter)>
    {
        private readonly OrderedDictionary<string, Parameter> entries = [];

        /// <summary>An empty one.</summary>
        public ParameterDict() : base("ParameterDict")
        {
        }

        /// <summary>The parameter of a name.</summary>
        /// <exception cref="KeyNotFoundException">There is none.</exception>
        public Parameter this[string key]
        {
            get => entries.TryGetValue(key, out var value)
                ? value : throw new KeyNotFoundException(
                    $"ParameterDict: there is no '{key}'; there are {string.Join(", ", entries.Keys)}");
            set
            {
                register_parameter(key, value);
                entries[key] = value;
            }
        }

        /// <summary>How many parameters there are.</summary>
        public int Count => entries.Count;

        /// <summary>The names.</summary>
        public ICollection<string> Keys => entries.Keys;

        /// <summary>The parameters.</summary>
        public ICollection<Parameter> Values => entries.Values;

        /// <summary>Puts a parameter in.</summary>
        /// <exception cref="ArgumentException">The name is taken.</exception>
        public void Add(string key, Parameter value)
        {
            if (entries.ContainsKey(key)) throw new ArgumentException($"ParameterDict: there is a '{key}' already; set it by [\"{key}\"]");
            this[key] = value;
        }

        /// <summary>Puts a parameter in.</summary>
        public void Add((string, Parameter) item) => Add(item.Item1, item.Item2);

        /// <summary>Takes all parameters out.</summary>
        public void clear()
        {
            entries.Clear();
            ClearParameters();
        }

        /// <summary>Whether there is a parameter of a name.</summary>
        public bool ContainsKey(string key) => entries.ContainsKey(key);

        /// <summary>Takes a parameter out.</summary>
        public bool Remove(string key)
        {
            if (!entries.Remove(key)) return false;
            ClearParameters();
            foreach (var (name, parameter) in entries) register_parameter(name, parameter);
            return true;
        }

        /// <summary>The parameter of a name, if there is one.</summary>
        public bool TryGetValue(string key, [MaybeNullWhen(false)] out Parameter value) => entries.TryGetValue(key, out value);

        /// <summary>The names.</summary>
        public IEnumerable<string> keys() => entries.Keys;

        /// <summary>The parameters.</summary>
        public IEnumerable<Parameter> values() => entries.Values;

        /// <summary>Goes through names and parameters.</summary>
        public IEnumerator<(string, Parameter)> GetEnumerator() => entries.Select(entry => (entry.Key, entry.Value)).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}

namespace Qiansi
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Parameters by name.</summary>
            public static ParameterDict ParameterDict(params (string, Parameter)[] parameters)
            {
                var dictionary = new ParameterDict();
                foreach (var entry in parameters) dictionary.Add(entry);
                return dictionary;
            }
        }
    }
}
