using System.Text.Json.Serialization;
using Todoku.Web.Control.Contract;
using Todoku.Web.Hosting;

namespace Todoku.Web.Control;

/// <summary>How the contract is written and read; unknown members are passed over.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, MaxDepth = 16)]
[JsonSerializable(typeof(StatusAnswer))]
[JsonSerializable(typeof(QueueListAnswer))]
[JsonSerializable(typeof(MessageAnswer))]
[JsonSerializable(typeof(WhyAnswer))]
[JsonSerializable(typeof(TraceAnswer))]
[JsonSerializable(typeof(ShapeAnswer))]
[JsonSerializable(typeof(ChangeBody))]
[JsonSerializable(typeof(ChangeAnswer))]
[JsonSerializable(typeof(SuppressionBody))]
[JsonSerializable(typeof(SuppressionLine))]
[JsonSerializable(typeof(SuppressionsAnswer))]
[JsonSerializable(typeof(PathsAnswer))]
[JsonSerializable(typeof(PathRequestBody))]
[JsonSerializable(typeof(LimitsAnswer))]
[JsonSerializable(typeof(ProblemBody))]
public sealed partial class ControlJson : JsonSerializerContext;
