namespace Todoku.Storage.Sqlite.Writing;

/// <summary>The database was written by a newer Todoku. Never leaves this project.</summary>
internal sealed class NewerDatabaseException() : Exception("it was written by a newer version");
