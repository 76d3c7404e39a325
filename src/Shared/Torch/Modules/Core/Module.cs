namespace Qiansi;

public static partial class torch
{
    /// <summary>Layers, losses, and the models built of them.</summary>
    public static partial class nn
    {
        /// <summary>A part of a model: parameters to learn, buffers to keep, and parts of its own.</summary>
        /// <remarks>
        /// Derive from <see cref="Module{T, TResult}"/>, keep layers in fields and call <see cref="RegisterComponents"/> at the end of the
        /// constructor: the fields' names become the names in <see cref="state_dict"/>.
        /// </remarks>
        public partial class Module : IDisposable
        {
            private readonly OrderedDictionary<string, Parameter?> ownParameters = [];
            private readonly OrderedDictionary<string, (Tensor? Tensor, bool Persistent)> ownBuffers = [];
            private readonly OrderedDictionary<string, Module> ownModules = [];
            private readonly string name;

            /// <summary>A part with a name of its own.</summary>
            /// <param name="name">What the part is called, by convention its class.</param>
            protected Module(string name) => this.name = name;

            /// <summary>
            /// Whether the model is being trained: dropout drops and batch normalisation measures only then. True at first.
            /// </summary>
            public bool training { get; private set; } = true;

            /// <summary>What the part is called: what was given to the constructor.</summary>
            public virtual string GetName() => name;

            /// <summary>Sets <see cref="training"/> here and in all parts.</summary>
            public virtual void train(bool train = true)
            {
                training = train;
                foreach (var (_, module) in named_children()) module.train(train);
            }

            /// <summary>Sets <see cref="training"/> to false, here and in all parts: for validation and use.</summary>
            public virtual void eval() => train(false);

            /// <summary>Forgets the gradients of all parameters.</summary>
            /// <param name="set_to_none">No gradient at all (true), or one of zeros.</param>
            public virtual void zero_grad(bool set_to_none = true)
            {
                foreach (var parameter in parameters())
                {
                    if (parameter.grad is not { } grad) continue;
                    if (set_to_none) parameter.grad = null;
                    else parameter.grad = zeros_like(grad);
                }
            }

            /// <summary>Calls a function with every part, the innermost first, and with this module last.</summary>
            /// <returns>This module.</returns>
            public virtual Module apply(Action<Module> fn)
            {
                foreach (var (_, module) in named_children()) module.apply(fn);
                fn(this);
                return this;
            }

            /// <summary>How many numbers there are to learn.</summary>
            /// <param name="trainable">Counts only parameters that require gradients.</param>
            public long parameter_count(bool trainable = false) => parameters().Where(p => !trainable || p.requires_grad).Sum(p => p.count);

            /// <summary>
            /// What stands in parentheses when the module is printed: <c>in_features=784, out_features=10, bias=True</c>.
            /// </summary>
            public virtual string extra_repr() => "";

            /// <summary>The module and its parts as a tree, as PyTorch prints it.</summary>
            public override string ToString()
            {
                var kind = GetType().Name;
                if (kind.IndexOf('`') is > 0 and var tick) kind = kind[..tick];
                var extra = extra_repr();
                var parts = named_children().Select(child => $"({child.name}): {child.module.ToString().Replace("\n", "\n  ")}").ToList();
                if (parts.Count == 0) return $"{kind}({extra})";
                if (extra.Length > 0) parts.Insert(0, extra);
                return $"{kind}(\n  {string.Join("\n  ", parts)}\n)";
            }

            /// <summary>Lets go of the memory of all parameters and buffers.</summary>
            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            /// <summary>Lets go of the memory of all parameters and buffers.</summary>
            protected virtual void Dispose(bool disposing)
            {
                foreach (var parameter in parameters()) parameter.Dispose();
                foreach (var buffer in buffers()) buffer.Dispose();
            }
        }
    }
}
