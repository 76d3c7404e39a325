namespace Qiansi;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Updates parameters from their gradients, group by group.</summary>
        public abstract class Optimizer : IDisposable
        {
            private readonly List<ParamGroup> _groups = [];
            private readonly Dictionary<Parameter, OptimizerState> _states = new(ReferenceEqualityComparer.Instance);
            private Action<Optimizer>? _before, _after;

            /// <summary>The groups, whose learning rates schedules change.</summary>
            public IEnumerable<ILearningRateController> ParamGroups => _groups;

            internal IReadOnlyList<ParamGroup> Groups => _groups;

            /// <summary>Adds a group; what it does not set is taken from the optimizer's own settings.</summary>
            /// <exception cref="ArgumentException">
            /// It has no parameters, one that is there already, or settings of another optimizer.
            /// </exception>
            public virtual void add_param_group(ParamGroup param_group)
            {
                param_group.Parameters = [.. param_group.Parameters];
                if (!param_group.Parameters.Any())
                    throw new ArgumentException($"{Name}: there are no parameters to optimize; pass model.parameters()");
                foreach (var parameter in param_group.Parameters)
                {
                    if (!_states.TryAdd(parameter, new OptimizerState()))
                        throw new ArgumentException(
                            $"{Name}: a parameter of shape [{string.Join(", ", parameter.shape)}] is given twice; each belongs to "
                                + "one group");
                }

                _groups.Add(param_group);
            }

            /// <summary>All parameters, group by group.</summary>
            public IEnumerable<Parameter> parameters() => _groups.SelectMany(g => g.Parameters);

            /// <summary>Lets go of the gradients, so that the next backward pass starts from nothing.</summary>
            public void zero_grad()
            {
                foreach (var parameter in parameters()) parameter.grad = null;
            }

            /// <summary>Calls an action before each <see cref="step"/>, and before its closure.</summary>
            /// <returns>What takes the hook away again.</returns>
            public HookHandle register_step_pre_hook(Action<Optimizer> hook)
            {
                _before += hook;
                return new HookHandle(() => _before -= hook);
            }

            /// <summary>Calls an action after each <see cref="step"/>, when parameters are new and gradients those it used.</summary>
            /// <returns>What takes the hook away again.</returns>
            public HookHandle register_step_post_hook(Action<Optimizer> hook)
            {
                _after += hook;
                return new HookHandle(() => _after -= hook);
            }

            /// <summary>Updates every parameter that has a gradient.</summary>
            /// <param name="closure">Calculates the loss and its gradients anew before the update, or null.</param>
            /// <returns>What the closure gave.</returns>
            public virtual Tensor? step(Func<Tensor>? closure = null)
            {
                _before?.Invoke(this);
                Tensor? loss = null;
                if (closure is not null)
                {
                    using (enable_grad()) loss = closure();
                }

                using (no_grad())
                {
                    foreach (var group in _groups)
                    {
                        foreach (var parameter in group.Parameters)
                        {
                            if (parameter.grad is not { } gradient) continue;
                            using var scope = NewDisposeScope();
                            var state = _states[parameter];
                            state.step++;
                            Update(parameter, gradient, group.Options, state);
                        }
                    }
                }

                _after?.Invoke(this);
                return loss;
            }

            /// <summary>Settings and what is remembered, as copies.</summary>
            public StateDictionary state_dict() =>
                new([.. _groups.Select(g => g.Options.Clone())], [.. parameters().Select(p => _states[p].Clone())]);

            /// <summary>Goes on where another optimizer of the same parameters was.</summary>
            /// <exception cref="ArgumentException">It has other groups or parameters.</exception>
            public void load_state_dict(StateDictionary state_dict)
            {
                var own = parameters().ToList();
                if (state_dict.Options.Count != _groups.Count || state_dict.State.Count != own.Count)
                {
                    throw new ArgumentException(
                        $"{Name}: the state has {state_dict.Options.Count} groups and {state_dict.State.Count} parameters, this "
                            + $"optimizer has {_groups.Count} and {own.Count}; it must be made for the same model");
                }

                for (var i = 0; i < own.Count; i++)
                {
                    foreach (var (name, tensor) in state_dict.State[i].Tensors)
                    {
                        if (!tensor.shape.AsSpan().SequenceEqual(own[i].shape))
                            throw new ArgumentException(
                                $"{Name}: {name} of parameter {i} has shape [{string.Join(", ", tensor.shape)}], the parameter has "
                                    + $"[{string.Join(", ", own[i].shape)}]");
                    }
                }

                for (var i = 0; i < _groups.Count; i++)
                {
                    if (state_dict.Options[i].GetType() != _groups[i].Options.GetType())
                        throw new ArgumentException(
                            $"{Name}: the state is of {state_dict.Options[i].GetType().DeclaringType?.Name ?? "another optimizer"}");
                    _groups[i].Options = state_dict.Options[i].Clone();
                }

                for (var i = 0; i < own.Count; i++)
                {
                    _states[own[i]].Dispose();
                    _states[own[i]] = state_dict.State[i].Clone();
                }
            }

            /// <summary>Frees what is remembered; the parameters stay.</summary>
            public void Dispose()
            {
                foreach (var state in _states.Values) state.Dispose();
                GC.SuppressFinalize(this);
            }

            /// <summary>What the optimizer is called in messages.</summary>
            protected string Name => GetType().Name;

            /// <summary>Updates one parameter, without recording gradients.</summary>
            /// <param name="parameter">What is updated, in place.</param>
            /// <param name="gradient">Its gradient, of the same shape.</param>
            /// <param name="options">The settings of its group.</param>
            /// <param name="state">What is remembered of it; its step counts from 1.</param>
            protected abstract void Update(Parameter parameter, Tensor gradient, OptimizerOptions options, OptimizerState state);

            /// <summary>An optimizer's settings and what it remembers.</summary>
            /// <param name="Options">A group each.</param>
            /// <param name="State">A parameter each, in the order of <see cref="parameters"/>.</param>
            public sealed record StateDictionary(IReadOnlyList<OptimizerOptions> Options, IReadOnlyList<OptimizerState> State);
        }
    }
}
