using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Atkaruu.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class MeasureAndState : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_returns_measure_id",
                table: "returns");

            migrationBuilder.CreateIndex(
                name: "ix_returns_measure_id_state",
                table: "returns",
                columns: new[] { "measure_id", "state" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_returns_measure_id_state",
                table: "returns");

            migrationBuilder.CreateIndex(
                name: "ix_returns_measure_id",
                table: "returns",
                column: "measure_id");
        }
    }
}
