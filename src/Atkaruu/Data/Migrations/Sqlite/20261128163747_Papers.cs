using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Atkaruu.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Papers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "papers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    format = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    languages = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    period = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    subject = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    audience = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    site = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    asked_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    asked_by_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    asked_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    step = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    progress = table.Column<int>(type: "INTEGER", nullable: false),
                    failure = table.Column<string>(type: "TEXT", nullable: true),
                    code = table.Column<string>(type: "TEXT", maxLength: 9, nullable: false),
                    moment = table.Column<DateTime>(type: "TEXT", nullable: true),
                    log_seq = table.Column<long>(type: "INTEGER", nullable: false),
                    log_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    data = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    data_words = table.Column<string>(type: "TEXT", nullable: true),
                    title = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    size = table.Column<long>(type: "INTEGER", nullable: false),
                    file_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    said = table.Column<string>(type: "TEXT", nullable: false),
                    again = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    is_frozen = table.Column<bool>(type: "INTEGER", nullable: false),
                    edition = table.Column<int>(type: "INTEGER", nullable: false),
                    frozen_as = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    forgotten_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_papers", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_papers_again",
                table: "papers",
                column: "again");

            migrationBuilder.CreateIndex(
                name: "ix_papers_code",
                table: "papers",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_papers_frozen_as",
                table: "papers",
                column: "frozen_as",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_papers_hash",
                table: "papers",
                column: "hash");

            migrationBuilder.CreateIndex(
                name: "ix_papers_state_asked_at",
                table: "papers",
                columns: new[] { "state", "asked_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "papers");
        }
    }
}
